/** How an obligation with a due date is marked in a table of periods (B10), as SQL; ?2 is today, `o` the obligation. */
export const markOf = `CASE WHEN o.received = 0 THEN 'empty'
  WHEN o.fulfilled = 1 AND o.punctuality <> 'onTime' THEN 'late'
  WHEN o.fulfilled = 0 AND o.due_on < ?2 THEN 'unfinished' ELSE 'reported' END`;
