//! Delimiters, line feeds and, where a block has any, quotes, which are looked for in many bytes at once.

/// The places of one block, in order, to be taken one after another.
pub(crate) struct Separators<'a> {
    bytes: &'a [u8],
    delimiter: u8,
    /// A quote, or once more the delimiter in a block without any.
    quote: u8,
    /// Places that have been found, and how many of them were taken.
    places: Vec<u32>,
    taken: usize,
    /// Up to where it was looked.
    looked_at: usize,
}

/// Bytes that are looked at before their places are taken: so few that the places stay at hand.
const LOOK_BYTES: usize = 4 << 10;
/// Separators that are taken from a window of 64 bytes whether it has so many or not: that is faster than to count.
const MOST_PLACES: usize = 8;

impl<'a> Separators<'a> {
    /// Those of these bytes; without `has_quotes` every delimiter separates.
    pub fn new(bytes: &'a [u8], delimiter: u8, has_quotes: bool) -> Separators<'a> {
        let quote = if has_quotes { b'"' } else { delimiter };
        Separators { bytes, delimiter, quote, places: Vec::new(), taken: 0, looked_at: 0 }
    }

    /// The next so many places, without taking them; fewer where there are no more.
    #[inline]
    pub fn ahead(&mut self, count: usize) -> &[u32] {
        if self.places.len() - self.taken < count {
            self.look(count);
        }
        let ahead = &self.places[self.taken..];
        &ahead[..count.min(ahead.len())]
    }

    /// Takes so many of those that are ahead.
    #[inline]
    pub fn take(&mut self, count: usize) {
        self.taken += count;
    }

    /// The place of the next separator; the end of the bytes after the last.
    #[inline]
    pub fn next(&mut self) -> usize {
        let next = self.ahead(1).first().copied();
        self.take(usize::from(next.is_some()));
        next.map_or(self.bytes.len(), |place| place as usize)
    }

    /// Looks on until so many places are ahead, or at the end of the bytes.
    #[cold]
    fn look(&mut self, count: usize) {
        self.places.drain(..self.taken);
        self.taken = 0;
        while self.places.len() < count && self.looked_at < self.bytes.len() {
            let bytes = &self.bytes[self.looked_at..];
            let (windows, rest) = bytes[..bytes.len().min(LOOK_BYTES)].as_chunks();
            for window in windows {
                self.note(separators(window, [self.delimiter, self.quote]));
                self.looked_at += window.len();
            }
            if rest.is_empty() {
                continue;
            }
            let mut window = [0; 64];
            window[..rest.len()].copy_from_slice(rest);
            self.note(separators(&window, [self.delimiter, self.quote]) & !(u64::MAX << rest.len()));
            self.looked_at += rest.len();
        }
    }

    /// Notes the places of one window, given as bits.
    #[inline]
    fn note(&mut self, mut found: u64) {
        let end = self.places.len() + found.count_ones() as usize;
        while found != 0 {
            let places: [u32; MOST_PLACES] = std::array::from_fn(|_| {
                let place = found.trailing_zeros();
                found &= found.wrapping_sub(1);
                self.looked_at as u32 + place
            });
            self.places.extend_from_slice(&places);
        }
        self.places.truncate(end);
    }
}

/// One bit for each byte that is one of these two or a line feed.
#[inline]
fn separators(window: &[u8; 64], [delimiter, quote]: [u8; 2]) -> u64 {
    // Compared sixteen at a time; then the eight ones and noughts of a word are gathered into one byte.
    let is_one = |byte: u8| byte == delimiter || byte == b'\n' || byte == quote;
    let hits: [u8; 64] = std::array::from_fn(|place| u8::from(is_one(window[place])));
    let gathered = |eight: &[u8; 8]| (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) as u8;
    let mut found = [0; 8];
    for (byte, eight) in found.iter_mut().zip(hits.as_chunks().0) {
        *byte = gathered(eight);
    }
    u64::from_le_bytes(found)
}
