//! The rows of an import that someone should look at.

use super::{DirectoryImport, RowOutcome, RowReport};

/// Which rows to look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Review {
    /// The rejected rows and those taken with remarks.
    #[default]
    All,
    Rejected,
    Remarks,
}

impl Review {
    fn keeps(self, row: &RowReport) -> bool {
        match row.outcome {
            RowOutcome::Accepted => false,
            RowOutcome::AcceptedWithRemarks(_) => self != Self::Rejected,
            RowOutcome::Rejected(_) => self != Self::Remarks,
        }
    }
}

impl DirectoryImport {
    /// The rows to look at, in the order of the file.
    pub fn to_review(&self, review: Review) -> Vec<&RowReport> {
        self.report.iter().filter(|row| review.keeps(row)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::import_directory;
    use super::*;

    #[test]
    fn keeps_the_rows_that_deserve_a_look() {
        let file = "id,pivot,nom,commune,code_postal,adresse,latitude,longitude,date_maj\n\
            a,99999999900011,Le Relais,Fictiville,93100,1 rue,48.9,2.4,2026-01-01\n\
            b,99999999900012,La Halte,Fictiville,93100,2 rue,,,2026-01-01\n\
            ,99999999900013,Sans identifiant,Fictiville,93100,3 rue,48.9,2.4,2026-01-01\n";
        let import = import_directory(file.as_bytes()).unwrap();
        let lines = |review| import.to_review(review).iter().map(|row| row.line).collect::<Vec<_>>();
        assert_eq!(lines(Review::All), [3, 4]);
        assert_eq!(lines(Review::Rejected), [4]);
        assert_eq!(lines(Review::Remarks), [3]);
    }
}
