//! Processor time, memory, and what they grow like.

use std::fmt;
use std::time::Duration;

use crate::rows::Row;

/// Four times the input may cost less than this many times as much: a sort, a table that is moved
/// when it grows and a cache that is too small fit below, a square is 16.
pub const LIMIT: f64 = 6.0;
/// What costs so many times as much needs no further proof.
const PLAIN: f64 = 10.0;
/// What is less than this is not compared: it is about as much as what does not grow at all.
const LEAST_MEMORY: u64 = 256 << 10;
/// What is read so fast is not compared either: the caches of a processor alone make a short text
/// four times as fast as a long one.
const LEAST_TIME: Duration = Duration::from_millis(5);
/// How often a row is tried that seems to grow too fast: another program may have had the
/// processor's caches.
const TRIES: usize = 3;

/// What grows when it is not memory.
const TIME: &str = "time";

/// How large inputs are made.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// The smallest input, in bytes.
    smallest: usize,
    /// The largest *n*, in bytes; *4n* is read too.
    largest: usize,
    /// An *n* that takes so long is large enough.
    enough: Duration,
}

impl Effort {
    /// For each run of the tests.
    pub const ENOUGH: Self = Self {
        smallest: 4 << 10,
        largest: 256 << 10,
        enough: Duration::from_millis(20),
    };
    /// Two quadruplings more.
    pub const MORE: Self = Self {
        smallest: 4 << 10,
        largest: 4 << 20,
        enough: Duration::from_millis(100),
    };
}

/// What an input took.
#[derive(Clone, Copy, Debug)]
struct Cost {
    time: Duration,
    /// The most memory that was held at once, in bytes.
    memory: u64,
}

impl Cost {
    fn least(self, other: Self) -> Self {
        Self {
            time: self.time.min(other.time),
            memory: self.memory.min(other.memory),
        }
    }
}

/// How much faster than its input a row grows.
#[derive(Debug)]
pub struct Growth {
    what: &'static str,
    ratio: f64,
    bytes: usize,
    cost: Cost,
    cost_of_four: Cost,
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            what,
            ratio,
            bytes,
            cost,
            cost_of_four,
        } = self;
        write!(
            f,
            "{what} ×{ratio:.1} from {} to {} KiB",
            bytes >> 10,
            (bytes * 4) >> 10
        )?;
        write!(f, " ({:.1} → {:.1} ms", millis(cost), millis(cost_of_four))?;
        write!(
            f,
            ", {} → {} KiB)",
            cost.memory >> 10,
            cost_of_four.memory >> 10
        )
    }
}

fn millis(cost: &Cost) -> f64 {
    cost.time.as_secs_f64() * 1e3
}

/// Reads the row larger and larger until it takes long enough to be compared; `None` where it grows
/// no faster than its input.
pub fn growth(row: &Row, effort: &Effort) -> Option<Growth> {
    let mut bytes = effort.smallest;
    let mut cost = cost_of(row, bytes);
    loop {
        let cost_of_four = cost_of(row, bytes * 4);
        let compared = cost.time >= effort.enough || bytes >= effort.largest;
        // A row that is lost already is not tried at a size at which it would take hours.
        let hopeless = cost_of_four.time > effort.enough * 50;
        if (compared || hopeless)
            && let Some(growth) = faster(bytes, cost, cost_of_four)
        {
            return again(row, &growth);
        }
        if compared {
            return None;
        }
        (bytes, cost) = (bytes * 4, cost_of_four);
    }
}

/// What seemed to grow too fast is tried again, and the least of all tries counts. Where it is not
/// far above the limit it must be above it from *4n* to *16n* too, where a square only becomes
/// plainer, and by more than the machine's own memory grows dearer; see [`memory_alone`].
fn again(row: &Row, growth: &Growth) -> Option<Growth> {
    let bytes = growth.bytes;
    let least = |bytes, known: Option<Cost>| {
        let tries = (0..TRIES - usize::from(known.is_some())).map(|_| cost_of(row, bytes));
        tries.chain(known).reduce(Cost::least)
    };
    let cost = least(bytes, Some(growth.cost))?;
    let cost_of_four = least(bytes * 4, Some(growth.cost_of_four))?;
    let growth = faster(bytes, cost, cost_of_four)?;
    // What took nothing and then something is a step, of which one does not know where it leads.
    let is_step = growth.what != TIME && growth.cost.memory < LEAST_MEMORY;
    if growth.ratio >= PLAIN && !is_step {
        return Some(growth);
    }
    let cost_of_sixteen = least(bytes * 16, None)?;
    let still = |bytes, small, large: Cost| {
        let growth = faster(bytes, small, large)?;
        let dearer = match growth.what {
            TIME => memory_alone(small.memory, large.memory).max(1.0),
            _ => 1.0,
        };
        (growth.ratio >= LIMIT * dearer).then_some(growth)
    };
    let growth = still(bytes, cost, cost_of_four)?;
    still(bytes * 4, cost_of_four, cost_of_sixteen).map(|_| growth)
}

/// How many times as long a byte takes that is allocated, written and read among `large` bytes as
/// among `small`. What fits into a cache or into pages that the allocator kept is several times as
/// fast as what does not, on some machines more than on others, and no code can help that.
fn memory_alone(small: u64, large: u64) -> f64 {
    const BLOCK: usize = 240;
    let of_a_byte = |bytes: u64| {
        let blocks = usize::try_from(bytes).unwrap_or(usize::MAX) / BLOCK + 1;
        let tries = (0..TRIES).map(|_| {
            let start = now();
            let all: Vec<Box<[u8; BLOCK]>> = (0..blocks)
                .map(|at| Box::new([at.to_le_bytes()[0]; BLOCK]))
                .collect();
            let sum: u64 = all.iter().map(|block| u64::from(block[BLOCK / 2])).sum();
            std::hint::black_box(sum);
            drop(all);
            now().saturating_sub(start).as_secs_f64()
        });
        #[expect(clippy::cast_precision_loss, reason = "far below 2⁵² blocks")]
        let blocks = blocks as f64;
        tries.fold(f64::INFINITY, f64::min) / blocks
    };
    of_a_byte(large) / of_a_byte(small).max(f64::MIN_POSITIVE)
}

fn faster(bytes: usize, cost: Cost, cost_of_four: Cost) -> Option<Growth> {
    let ratio = |large: f64, small: f64| large / small;
    let least = LEAST_TIME / 4;
    let time = ratio(
        cost_of_four.time.as_secs_f64(),
        cost.time.max(least).as_secs_f64(),
    );
    #[expect(clippy::cast_precision_loss, reason = "memory is far below 2⁵² bytes")]
    let memory = ratio(
        cost_of_four.memory as f64,
        cost.memory.max(LEAST_MEMORY) as f64,
    );
    let (what, ratio) = if time >= memory {
        (TIME, time)
    } else {
        ("memory", memory)
    };
    (ratio >= LIMIT).then_some(Growth {
        what,
        ratio,
        bytes,
        cost,
        cost_of_four,
    })
}

fn cost_of(row: &Row, bytes: usize) -> Cost {
    let input = row.input(bytes);
    let work = (row.stage.prepare)();
    let mut time = Duration::ZERO;
    let allocated = allocation_counter::measure(|| {
        let start = now();
        work(input);
        time = now().saturating_sub(start);
    });
    Cost {
        time,
        memory: allocated.bytes_max,
    }
}

/// The processor time of this thread: what others do with the machine does not count.
#[cfg(unix)]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// The time on the wall, where nothing better is at hand.
#[cfg(not(unix))]
fn now() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
