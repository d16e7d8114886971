/** Loads the program; call and await it once before `mountForm`. Without an address it is taken from beside this script. */
export default function init(wasmUrl?: string | URL | Request | Response | BufferSource | WebAssembly.Module): Promise<unknown>;

/** RFC 6901, into the form's data: `/address/city`. */
export type JsonPointer = string;
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Data = { [key: string]: Json };

/** Where a value comes from. A plain string is the name of its source. */
export type Provenance =
  | string
  | {
      /** The source's id, as `data-source` says it. */
      source: string;
      /** As people know it. */
      name?: string;
      /** How far it is to be trusted: A issued by the agency … D declared by the person. A where nothing is said. */
      level?: 'A' | 'B' | 'C' | 'D';
      /** `locked` values can be read and not changed. */
      edit?: 'allowed' | 'locked';
      /** How it is shown until asked for. */
      masked?: string;
      /** Where a change is saved, or a wrong value corrected. */
      note?: string;
    };

export interface Problem {
  pointer: JsonPointer;
  /** A sentence in the form's language that says what to do. */
  message: string;
  /** A warning does not keep the form from being submitted. */
  severity: 'error' | 'warning';
}

export interface FormOptions {
  /** JSON Schema 2020-12 of type object, with the `x-` keywords of form.schema.json. */
  schema: object | boolean;
  /** What is answered already. */
  data?: Data;
  /** Who said what, by pointer into `data`. */
  provenance?: Record<JsonPointer, Provenance>;
  /** `zh-CN` where nothing is said. */
  lang?: 'zh-CN' | 'zh-Hant' | 'en';
  /** Called with every change that a person makes; ask the handle for the whole. `null` is a field that was emptied. */
  onChange?(change: { pointer: JsonPointer; value: Json }): void;
  /**
   * Called with answers that are valid, and with the source of every value that nobody changed. With it the form draws a button. Of a promise
   * the end is waited for; one rejected with `{errors: [{pointer, detail}]}` shows what is said of single fields.
   */
  onSubmit?(data: Data, provenance: Record<JsonPointer, string>): unknown;
  /**
   * Called with every file that is picked for a field of `format: attachment`, and with every signature; answer what stands for it in the data,
   * such as the id that it was stored under. Needed where the schema asks for files. A large photo comes as a smaller JPEG. Rejected, the
   * person is told `detail` (a sentence) and can try again; `signal` says that the file was taken away or the form went.
   */
  onFile?(file: File, about: { pointer: JsonPointer; signal: AbortSignal }): string | Promise<string>;
}

export interface MountedForm {
  /** Takes the form out of the page and frees all that it held. Every other method throws afterwards. */
  unmount(): void;
  /** What would be submitted now: the answers to what is asked, computed ones included. */
  data(): Data;
  /** Checks everything, shows what is wrong and answers it in page order; empty where all is well. */
  validate(): Problem[];
  /** Puts other answers in place of all that there are. */
  setData(data: Data): void;
  /** Scrolls to a field and focuses it; answers whether the form asks for it now. */
  focus(pointer: JsonPointer): boolean;
}

/**
 * Draws a form into an element, below what is in it already.
 * Throws an `Error` that says what is wrong with the options; of a schema that cannot be drawn with the JSON Pointer at fault in `pointer`.
 */
export function mountForm(element: HTMLElement, options: FormOptions): MountedForm;

/** One place of the data that breaks one place of the schema. */
export interface Violation {
  /** Into the data. */
  instance: JsonPointer;
  /** Into the schema, to the keyword; after its URI and `#` in another document. */
  schema: string;
  keyword: string;
}

export interface Validation {
  valid: boolean;
  /** In the order of the data's members, at most 1,000. */
  violations: Violation[];
  /** Set where validation stopped before its end; the data then counts as invalid. */
  limit?: 'steps' | 'depth' | 'text';
}

/**
 * Holds any JSON to a JSON Schema 2020-12, without a form. Nothing is fetched: other documents that the schema refers to are given by URI.
 * `format` is held unless `formats` is false. Throws as `mountForm` does.
 */
export function validateData(schema: object | boolean, data: Json, options?: { schemas?: Record<string, object | boolean>; formats?: boolean }): Validation;
