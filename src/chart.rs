//! The geometry of our charts, in the units of their drawings: pure, so that it is tested without a browser.

pub mod dumbbell;
pub mod qr;

/// A part of a bar: where it starts and how long it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub x: f64,
    pub width: f64,
}

/// One cell for each thing counted, side by side over `length` with `gap` between two: eight answers are eight cells,
/// which can be counted on paper. Nothing counted, no cell.
pub fn cells(count: usize, length: f64, gap: f64) -> Vec<Stretch> {
    let number = count as f64;
    let width = ((length - gap * (number - 1.0)) / number).max(0.0);
    (0..count).map(|index| Stretch { x: index as f64 * (width + gap), width }).collect()
}

/// The part that each cell belongs to, the parts one after the other.
pub fn parts(counts: &[usize]) -> Vec<usize> {
    counts.iter().enumerate().flat_map(|(part, count)| std::iter::repeat_n(part, *count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_the_length_exactly() {
        for count in 1..40 {
            let cells = cells(count, 320.0, 2.0);
            assert_eq!(cells.len(), count);
            let last = cells.last().unwrap();
            assert!((last.x + last.width - 320.0).abs() < 1e-9, "{count}");
            for pair in cells.windows(2) {
                assert!((pair[1].x - pair[0].x - pair[0].width - 2.0).abs() < 1e-9, "{count}");
            }
        }
    }

    #[test]
    fn nothing_counted_draws_nothing_and_too_many_never_go_backwards() {
        assert_eq!(cells(0, 320.0, 2.0), []);
        assert!(cells(500, 320.0, 2.0).iter().all(|cell| cell.width >= 0.0));
    }

    #[test]
    fn each_part_has_as_many_cells_as_it_counts() {
        assert_eq!(parts(&[2, 0, 1]), [0, 0, 2]);
        assert_eq!(parts(&[]), [] as [usize; 0]);
    }
}
