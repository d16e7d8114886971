// The stylesheet of a part of the app that is fetched later. .ci/bundle.mjs puts it before the part's own loader.

/** Makes of a loader one that brings the stylesheet too: without it nothing of the part is drawn. */
export const dressed = (sheet, load) => {
  let coming;
  const dress = () => {
    coming ??= new Promise((come, failed) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = sheet;
      link.onload = come;
      // The next try asks again.
      link.onerror = () => {
        link.remove();
        coming = undefined;
        failed(new Error(`${sheet} did not come`));
      };
      // Behind the stylesheet of the first visit, on which it builds.
      document.body.append(link);
    });
    return coming;
  };
  return () => Promise.all([load(), dress()]);
};
