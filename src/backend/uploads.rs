//! Sending a file: whole where it is small, else in parts, so that a lost network costs one part and not the file.

use super::client::{encode, Client, Key};
use super::error::ApiError;
use crate::model::upload::{Attachment, NewUpload, Upload};
use std::future::Future;
use std::pin::Pin;

/// The most bytes of one part: a weak network carries them within the deadline, and a file of so few needs no parts.
pub const PART: u64 = 256 * 1024;
/// Parts get no smaller than this by themselves, however slow the network is.
const SMALLEST: u64 = 16 * 1024;
/// The least that a backend may ask for, by the contract.
const LEAST: u64 = 1024;
/// How often sending finds its place again before it is given up: a backend that contradicts itself is not asked for ever.
const PATIENCE: u32 = 6;
/// The longest name that the contract takes, in characters.
const LONGEST_NAME: usize = 255;

/// What [`Bytes::read`] answers with.
pub type Reading<'a> = Pin<Box<dyn Future<Output = Option<Vec<u8>>> + 'a>>;

/// The bytes of a file, wherever they are.
pub trait Bytes {
    /// Those from one offset to before another; `None` where they cannot be read any more.
    fn read(&self, from: u64, to: u64) -> Reading<'_>;
}

/// A file to send.
pub struct Parcel<'a> {
    pub file: &'a NewUpload,
    pub bytes: &'a dyn Bytes,
    /// The same for every try, so that no file arrives twice.
    pub key: &'a str,
    /// Hears of every change of the way.
    pub tell: &'a dyn Fn(&Way),
}

/// How far a file has come. Who sends it again begins with what was told last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// The upload's id at the backend, once it is open.
    pub upload: Option<String>,
    /// Bytes that have arrived.
    pub received: u64,
    /// The backend takes files only whole.
    pub is_whole: bool,
    /// The most bytes of the next part; 0 before it is known.
    part: u64,
    /// How often the file was begun anew: each beginning has a key of its own.
    turn: u32,
}

impl Client {
    /// Sends a file from where it stands until it has become an attachment.
    ///
    /// # Errors
    /// Those of the call that failed. A place that was lost is found again first, and a part that is too large for the network cut smaller.
    pub async fn send_file(&self, parcel: &Parcel<'_>, mut way: Way) -> Result<Attachment, ApiError> {
        let mut patience = PATIENCE;
        loop {
            match self.send_on(parcel, &mut way).await {
                Ok(Some(attachment)) => return Ok(attachment),
                Ok(None) => {}
                Err(error) if patience > 0 && way.mend(&error, parcel.file.size) => patience -= 1,
                Err(error) => return Err(error),
            }
            (parcel.tell)(&way);
        }
    }

    /// One step on the way.
    async fn send_on(&self, parcel: &Parcel<'_>, way: &mut Way) -> Result<Option<Attachment>, ApiError> {
        let size = parcel.file.size;
        if way.is_whole || size <= PART {
            let bytes = read(parcel.bytes, 0, size).await?;
            return self.attach(parcel.file, bytes, &Key::new(parcel.key.to_owned())).await.map(Some);
        }
        let Some(id) = &way.upload else {
            match self.open_upload(parcel.file, &Key::new(format!("{}-{}", parcel.key, way.turn))).await {
                Ok(upload) => way.begin(upload),
                Err(error) if error.is_unsupported() => way.is_whole = true,
                Err(error) => return Err(error),
            }
            return Ok(None);
        };
        let upload = if way.received < size {
            let bytes = read(parcel.bytes, way.received, size.min(way.received.saturating_add(way.part))).await?;
            self.send_part(id, way.received, bytes).await?
        } else {
            // All of it is there, and the answer that said what it became was lost.
            self.upload_state(id).await?
        };
        way.go_on(upload, size)
    }

    /// Sends a file in one call.
    pub async fn attach(&self, file: &NewUpload, bytes: Vec<u8>, key: &Key) -> Result<Attachment, ApiError> {
        let headers = vec![("Content-Type".to_owned(), file.kind.clone()), ("X-File-Name".to_owned(), encode(&file.name))];
        self.upload("/attachments".to_owned(), headers, bytes, key).await
    }

    async fn open_upload(&self, file: &NewUpload, key: &Key) -> Result<Upload, ApiError> {
        let named = NewUpload { name: file.name.chars().take(LONGEST_NAME).collect(), ..file.clone() };
        self.create("/uploads".to_owned(), &named, key).await
    }

    async fn send_part(&self, upload: &str, offset: u64, bytes: Vec<u8>) -> Result<Upload, ApiError> {
        self.put_bytes(format!("/uploads/{}/parts/{offset}", encode(upload)), bytes).await
    }

    async fn upload_state(&self, upload: &str) -> Result<Upload, ApiError> {
        self.get(format!("/uploads/{}", encode(upload))).await
    }

    /// Gives an upload up.
    pub async fn cancel_upload(&self, upload: &str) -> Result<(), ApiError> {
        self.delete(format!("/uploads/{}", encode(upload))).await
    }
}

impl Way {
    /// At the beginning; `is_whole` where the backend is known to take no parts.
    pub fn new(is_whole: bool) -> Self {
        Self { is_whole, ..Self::default() }
    }

    fn begin(&mut self, upload: Upload) {
        let most = upload.part_bytes.unwrap_or(PART).clamp(LEAST, PART);
        // What the network was too slow for before, it will be again.
        self.part = if self.part == 0 { most } else { self.part.min(most) };
        self.upload = Some(upload.id);
    }

    fn begin_anew(&mut self) {
        self.upload = None;
        self.received = 0;
        self.turn += 1;
    }

    /// What the backend says of the last step.
    fn go_on(&mut self, upload: Upload, size: u64) -> Result<Option<Attachment>, ApiError> {
        let moves = upload.received > self.received && upload.received <= size;
        if upload.attachment.is_none() && !moves {
            return Err(ApiError::Unreadable { detail: format!("the upload stands at {} of {size} after {}", upload.received, self.received) });
        }
        self.received = upload.received.min(size);
        Ok(upload.attachment)
    }

    /// Finds the place to go on from after an error, if there is one.
    fn mend(&mut self, error: &ApiError, size: u64) -> bool {
        if self.upload.is_none() {
            return false;
        }
        match error {
            ApiError::TimedOut if self.part > SMALLEST => self.part = (self.part / 4).max(SMALLEST),
            ApiError::NotFound => self.begin_anew(),
            ApiError::Refused { status: 409, problem } => match problem.received {
                Some(at) if at <= size && at != self.received => self.received = at,
                Some(_) => return false,
                None => self.begin_anew(),
            },
            _ => return false,
        }
        true
    }
}

async fn read(bytes: &dyn Bytes, from: u64, to: u64) -> Result<Vec<u8>, ApiError> {
    bytes.read(from, to).await.ok_or_else(|| ApiError::Unreadable { detail: "the device could not read the file".to_owned() })
}
