/**
 * C6: whether a unit's counts of an arrangement stay outside the sum over units. The bureau's do, unless it alone is
 * assigned. `unit` is an alias of `units`; CROSS JOIN keeps SQLite from going through all of the list's obligations.
 */
export const outsideSum = (unit: string, list: string, arrangement: string): string =>
  `(${unit}.kind = 'bureau' AND EXISTS (
     SELECT 1 FROM units other CROSS JOIN obligations asked
     WHERE other.kind <> 'bureau' AND asked.list_id = ${list} AND asked.unit_id = other.id
       AND asked.arrangement_code = ${arrangement} AND asked.retired = 0))`;
