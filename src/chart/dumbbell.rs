//! Two marks on one scale, and what joins them: where a group stood, and where it stands.

use super::Stretch;

/// Where things are drawn, in the units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Of the first step.
    pub start: f64,
    /// Between the first step and the last.
    pub length: f64,
    /// How many steps there are.
    pub steps: usize,
}

/// The two marks, and the line between their edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dumbbell {
    pub before: f64,
    pub after: f64,
    /// None when the marks touch.
    pub line: Option<Stretch>,
}

impl Scale {
    /// Where a value is drawn, in hundredths of a step from the first; beyond the last step, on it.
    pub fn at(self, hundredths: usize) -> f64 {
        let whole = 100 * self.steps.saturating_sub(1).max(1);
        self.start + self.length * hundredths.min(whole) as f64 / whole as f64
    }

    /// Where each step is drawn.
    pub fn marks(self) -> Vec<f64> {
        (0..self.steps).map(|step| self.at(100 * step)).collect()
    }

    /// The marks of two values, each drawn as wide as twice `radius`.
    pub fn dumbbell(self, before: usize, after: usize, radius: f64) -> Dumbbell {
        let (before, after) = (self.at(before), self.at(after));
        let width = (after - before).abs() - 2.0 * radius;
        let line = (width > 0.0).then(|| Stretch { x: before.min(after) + radius, width });
        Dumbbell { before, after, line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale { start: 10.0, length: 300.0, steps: 4 };

    #[test]
    fn a_value_is_where_its_step_is() {
        assert_eq!(SCALE.marks(), [10.0, 110.0, 210.0, 310.0]);
        assert_eq!((SCALE.at(0), SCALE.at(150), SCALE.at(300), SCALE.at(999)), (10.0, 160.0, 310.0, 310.0));
        let alone = Scale { steps: 1, ..SCALE };
        assert_eq!(alone.marks(), [10.0]);
    }

    #[test]
    fn a_line_goes_from_edge_to_edge_whichever_way_the_group_went() {
        let line = Some(Stretch { x: 114.0, width: 92.0 });
        assert_eq!(SCALE.dumbbell(100, 200, 4.0), Dumbbell { before: 110.0, after: 210.0, line });
        assert_eq!(SCALE.dumbbell(200, 100, 4.0), Dumbbell { before: 210.0, after: 110.0, line });
        assert_eq!(SCALE.dumbbell(100, 108, 4.0).line, None);
        assert_eq!(SCALE.dumbbell(100, 100, 4.0), Dumbbell { before: 110.0, after: 110.0, line: None });
    }
}
