//! Long lists are shown page by page.

use std::ops::Range;

/// A list of `total` rows, shown by pages of `size`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    pub total: usize,
    pub size: usize,
}

impl Paging {
    /// How many pages there are; an empty list has one, empty.
    pub fn pages(self) -> usize {
        self.total.div_ceil(self.size.max(1)).max(1)
    }

    /// The page asked for, or the last one when the list has become shorter. Pages count from 0.
    pub fn page(self, asked: usize) -> usize {
        asked.min(self.pages() - 1)
    }

    /// The rows of a page.
    pub fn rows(self, asked: usize) -> Range<usize> {
        let start = self.page(asked) * self.size.max(1);
        start..self.total.min(start + self.size.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_on_one_page_and_no_page_is_out_of_reach() {
        for (total, size, pages) in [(0, 50, 1), (1, 50, 1), (50, 50, 1), (51, 50, 2), (149, 50, 3), (5, 0, 5)] {
            let paging = Paging { total, size };
            assert_eq!(paging.pages(), pages, "{paging:?}");
            let rows: Vec<usize> = (0..pages).flat_map(|page| paging.rows(page)).collect();
            assert_eq!(rows, (0..total).collect::<Vec<_>>(), "{paging:?}");
            assert_eq!(paging.rows(pages + 3), paging.rows(pages - 1), "{paging:?}");
        }
    }
}
