//! The only way a page waits.

use crate::backend::ApiError;
use crate::platform::clock;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// Longer than this, and the person is shown that something is being loaded.
const SLOW_AFTER_MS: u32 = 500;

/// Something that has to be fetched.
#[derive(Debug, Clone, PartialEq)]
pub enum Load {
    /// Asked for just now: nothing is drawn yet, so that quick answers do not flicker.
    Loading,
    /// Half a second has gone by: a skeleton is drawn.
    Slow,
    Ready(Kept),
    Failed(ApiError),
}

/// An answer of whatever type: signals and memos of one type instead of one for each answer keep the wasm small.
#[derive(Debug, Clone)]
pub struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Kept {
    fn of<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self { value: Arc::new(value), same: same::<T> }
    }

    /// The answer as what it is; `None` where it is of another type.
    pub fn get<T: Clone + 'static>(&self) -> Option<T> {
        self.value.downcast_ref().cloned()
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.value, &*other.value)
    }
}

fn same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    match (one.downcast_ref::<T>(), other.downcast_ref::<T>()) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

type Fetching = Pin<Box<dyn Future<Output = Result<Kept, ApiError>>>>;

/// A running or finished fetch, and the means to repeat it. Answers of an earlier run are dropped.
pub struct Loading<T: 'static> {
    any: AnyLoading,
    of: PhantomData<fn() -> T>,
}

impl<T: 'static> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Loading<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Loading<T> {
    /// Starts fetching at once.
    pub fn start<F>(fetch: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let fetch = move || -> Fetching {
            let fetching = fetch();
            Box::pin(async move { fetching.await.map(Kept::of) })
        };
        Self { any: AnyLoading::start(Rc::new(fetch)), of: PhantomData }
    }

    /// What was loaded, once it is there; tracks it.
    pub fn ready(&self) -> Option<T> {
        match self.any.state.get() {
            Load::Ready(kept) => kept.get(),
            _ => None,
        }
    }

    /// The fetch without the type of its answer.
    pub fn any(&self) -> AnyLoading {
        self.any
    }

    /// Fetches anew and keeps showing what is there until the answer has come (another language, a retry in the background).
    pub fn refresh(&self) {
        self.any.refresh();
    }
}

/// A [`Loading`] of whatever type.
#[derive(Clone, Copy)]
pub struct AnyLoading {
    state: RwSignal<Load>,
    run: RwSignal<u32>,
    fetch: StoredValue<Rc<dyn Fn() -> Fetching>, LocalStorage>,
}

impl AnyLoading {
    fn start(fetch: Rc<dyn Fn() -> Fetching>) -> Self {
        let loading = Self { state: RwSignal::new(Load::Loading), run: RwSignal::new(0), fetch: StoredValue::new_local(fetch) };
        loading.again();
        loading
    }

    /// The state; tracks it.
    pub fn get(&self) -> Load {
        self.state.get()
    }

    /// Fetches anew and shows that it does.
    pub fn again(&self) {
        let _ = self.state.try_set(Load::Loading);
        self.refresh();
    }

    /// As [`Loading::refresh`].
    pub fn refresh(&self) {
        let (state, run) = (self.state, self.run);
        let Some(turn) = run.try_update_untracked(|n| {
            *n += 1;
            *n
        }) else {
            return;
        };
        let Some(fetching) = self.fetch.try_with_value(|f| f()) else { return };
        let is_latest = move || run.try_get_untracked() == Some(turn);
        spawn_local(async move {
            clock::sleep(SLOW_AFTER_MS).await;
            if is_latest() {
                let _ = state.try_maybe_update(|s| {
                    let waits = matches!(s, Load::Loading);
                    if waits {
                        *s = Load::Slow;
                    }
                    (waits, ())
                });
            }
        });
        spawn_local(async move {
            let answer = fetching.await;
            if is_latest() {
                let _ = state.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
    }
}
