//! The matrix of actors and missions, in a fixed order.

use super::known::Ecosystem;
use super::model::{ActorId, ActorKind, Mission};

/// One actor of today, and which missions it has, in the order of [`Mission::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub actor: ActorId,
    pub cells: [bool; Mission::ALL.len()],
}

/// The rows of one kind of actors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    pub kind: ActorKind,
    pub rows: Vec<Row>,
}

impl Rows {
    /// The actors that have a mission.
    pub fn having(&self, mission: Mission) -> impl Iterator<Item = &ActorId> {
        let column = Mission::ALL.iter().position(|one| *one == mission);
        let has = move |row: &&Row| column.and_then(|column| row.cells.get(column)).copied().unwrap_or(false);
        self.rows.iter().filter(has).map(|row| &row.actor)
    }
}

impl Ecosystem {
    /// The matrix, the kinds that have nobody left out.
    pub fn matrix(&self) -> Vec<Rows> {
        let rows = |kind: ActorKind| {
            let current = self.of_kind(kind).filter(|known| known.is_current());
            let row = current.map(|known| Row {
                actor: known.id().clone(),
                cells: Mission::ALL.map(|mission| known.actor.missions.contains(&mission)),
            });
            Rows { kind, rows: row.collect() }
        };
        ActorKind::ALL.into_iter().map(rows).filter(|rows| !rows.rows.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{catalogue, id};
    use super::*;
    use crate::records::Tables;

    #[test]
    fn each_actor_of_today_has_a_row_and_each_mission_a_column() {
        let ecosystem = Ecosystem::of(&catalogue(), &Tables::default());
        let matrix = ecosystem.matrix();
        let kinds: Vec<ActorKind> = matrix.iter().map(|rows| rows.kind).collect();
        assert_eq!(kinds, [ActorKind::Institution, ActorKind::Association, ActorKind::Target]);
        let actors: Vec<&ActorId> = matrix.iter().flat_map(|rows| &rows.rows).map(|row| &row.actor).collect();
        assert_eq!(actors, [&id("all"), &id("relay"), &id("target")], "a former body has none");
        for row in matrix.iter().flat_map(|rows| &rows.rows) {
            let actor = &ecosystem.actor(&row.actor).unwrap().actor;
            let told = Mission::ALL.into_iter().zip(row.cells).filter(|(_, has)| *has).map(|(mission, _)| mission);
            assert_eq!(told.collect::<std::collections::BTreeSet<_>>(), actor.missions);
        }
        for (mission, expected) in [(Mission::Equip, ["relay"].as_slice()), (Mission::Insert, &["all", "target"])] {
            let having: Vec<&str> = matrix.iter().flat_map(|rows| rows.having(mission)).map(ActorId::as_str).collect();
            assert_eq!(having, expected, "{mission:?}");
        }
    }
}
