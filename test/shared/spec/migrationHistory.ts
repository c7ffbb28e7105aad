/**
 * SHA-256 of every migration: a database that has applied one never applies it again, so that a change to it reaches
 * new databases only. What is to change comes as another migration, with a line of its own here.
 */
export const migrationHistory: Readonly<Record<string, string>> = {
  '0000_initial.sql': 'f182be1cfe747adc4b234ee1a1c521e1705f5e01a339014e26e5645af95e5a9f',
  '0001_append_only.sql': '555cad9233e7e53d788c2353d21b73b4f95f1aef7aea37b3cba8df3a38b17a5a',
  '0002_half_yearly.sql': 'e24719e896bc1c096ae69f97cec2fc4758e5c51241a39b3ad4b4dd73c59a3de8',
  '0003_receipts.sql': 'ec59fbcd610cb9d5375524d8d8438282d48675ec174c433d4a851370570eefea',
  '0004_corrections.sql': '65d6b4168318cf8aca8f8f02ed17e0f6bf8dafbe0f6daa90cf1de8a3b97b61eb',
  '0005_left_open.sql': 'dc5aada255a515d01be4cba41a807742935d0147caeae946dd916873ec599e30',
  '0006_withdrawn_lists.sql': '04810c2126ebfdced9bb7f492dca5eeade8ab39e90d0bd845935c60549b8b108',
  '0007_counted_obligations.sql': 'f892fae6f2db9418de779a0c2e032f37dbee84ee2d86f274c1a03c425d4a5e61',
  '0008_versions.sql': '9b850ede784f820f4b7c8fe1d8dddceaf9e8b13fde3f40f7cf68d69848974d2e',
  '0009_obligations_in_order.sql': '86561e8abc286982060dae2f9fc5c7ee054561b1f32a817351d7d9094c472ca7',
  '0010_ledger_shapes.sql': '44819535c02893326a87b27cfa92f5eb8c935d155ef01c28dbc61585d6831fae',
  '0011_acts.sql': 'bd2b8f8d5c2e3f0ab0b99a7da5d922ea5fdebb21da5b66be8091e42bbef42c71',
  '0012_key_holders_and_audit.sql': 'e7fdba0902fdf331c398791d06731f35ed58352c767e7394bc126f561bc8f6a7',
  '0013_lights.sql': '770c081007a5665176494aafd50ecaf6f528b2e7350643b217759c420e2a3de0',
  '0014_bulletins.sql': '36723d739c12920fcd66af14cd7347a31d8d651f678e414170dd04af41fd148d',
  '0015_rows.sql': 'f46d362da8cc8453a02d4d497b3c1d1ebcb0e8e111c86d95f0b82aeeb433e50d',
  '0016_calendar_and_reminders.sql': 'a1daf3d77235692ab8e9c83992aadff8f01e1cd697c6441e8432c9ab1b967519',
  '0017_what_revisions_are_of.sql': '316c422625e7de6c93ba00184e7592b8e3a2e74b80dcf1c8c61ae45b373e786d',
};
