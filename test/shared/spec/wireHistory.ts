/** One state of the wire: every line that was ever published stays. */
export interface WireVersion {
  /** Counts up by one. */
  version: number;
  /** The day on which it came into force. */
  since: string;
  /** Whether a client of the version before goes on working against it. */
  compatible: boolean;
  /** What changed, for whoever writes a client. */
  what: string;
  /** SHA-256 over the schemas. */
  hash: string;
}

/** The protocol's history, the oldest first; the last line is the version in force. */
export const wireHistory: readonly WireVersion[] = [
  {
    version: 1,
    since: '2026-11-24',
    compatible: true,
    what: 'Sheet, push and its answer, progress, obligations; task list, roster, settings.',
    hash: '60bb60a34219d931e3f04279cb9ac4d8f84b62511505dae529cf35e36988841d',
  },
  {
    version: 2,
    since: '2026-11-24',
    compatible: false,
    what: 'A schedule may be half-yearly: a client that does not know the kind cannot read its rows.',
    hash: 'bbc7f43bf5cc003dff6f4f1ee8096e55fd6d12419337d0bd65396e4280905375',
  },
  {
    version: 3,
    since: '2026-11-24',
    compatible: true,
    what: 'The source of a schedule may name the entry of a column of deadlines that it is a slice of.',
    hash: 'd6e70c290edfe7152c603572653ab530348759976a7d1babd32635adcd1cad17',
  },
  {
    version: 4,
    since: '2026-11-25',
    compatible: true,
    what: 'A reading is compared with the stored list; a schedule may carry its number and the period of its key.',
    hash: '1b7b26c74e078402cc5dd7a2f0655e5c36fec96a6d87cc8005b47fe6eb4b694a',
  },
  {
    version: 5,
    since: '2026-11-25',
    compatible: false,
    what: 'The record of publishings, and undoing the last; settings, set in full, hold dates of undated arrangements and names of units.',
    hash: '36d8d762e047f9e3ab9cbd08861baba0e1b1cca5496e90e7ad3669241ce8a0c5',
  },
  {
    version: 6,
    since: '2026-11-25',
    compatible: false,
    what: 'Rows of a sheet come without what the answer says already, the texts of their arrangements beside them; an answer to a push names the list’s year.',
    hash: '091cb47f6ada337001a223cac6a750b77ef038a6f2f24ad58fbb746f640cf29c',
  },
  {
    version: 7,
    since: '2026-11-25',
    compatible: false,
    what: 'What the rows of a series have in common stands beside them once; a row leaves out what is blank.',
    hash: '0d841ce4e54f9739cd732b3cd252cba404401a7068171d024ad012e0532165cd',
  },
  {
    version: 8,
    since: '2026-11-25',
    compatible: false,
    what: 'An arrangement may carry what its document leaves open and what was decided of it, an open decision be of three more kinds; a publishing says how many unread places it knows of.',
    hash: '846768c8093f4621bb1f1c082a52a8b52632e10dfbb4b9f7a4e1334b01185c23',
  },
  {
    version: 9,
    since: '2026-11-25',
    compatible: true,
    what: 'The records of settings and decisions say how many keys they take at most.',
    hash: '1ca3fdcac4885877b9595952d6a7ee44a2d966b3a933fac742f5db5e9685ebcb',
  },
  {
    version: 10,
    since: '2026-11-29',
    compatible: false,
    what: 'A pushed row that stands as it was sent comes with its outcome, by what else of it has changed, and not among the changes; quantities of progress come where they are asked for.',
    hash: '3eef59fbd53c8f25aad9261ad879ba9d5e59c2538a977c7299f12c77397c5bb1',
  },
  {
    version: 11,
    since: '2026-11-29',
    compatible: false,
    what: 'Rates of progress are of what is due, with the counts that they are made of; the year’s share is another number.',
    hash: '092893ae51ce1ea1432d34af6966f4357e07658f0195671d11c40f014bb002ea',
  },
  {
    version: 12,
    since: '2026-11-29',
    compatible: false,
    what: 'A quantity of a list may stand in a column of its own, whose cell it names.',
    hash: '2368c4fa9d72b2442a086d6e4ab01daebb04583dd815e71a293922bf81f96346',
  },
  {
    version: 13,
    since: '2026-11-29',
    compatible: false,
    what: 'A reading and a comparison gather what they ask and tell, each once, and name the units that the roster does not know with what each may become; a roster may have no unit.',
    hash: '328b9395c0befb2de9f4de35d0f49562cc91a456806180fbb0866c0066ddf923',
  },
  {
    version: 14,
    since: '2026-11-29',
    compatible: true,
    what: 'Who has reported what falls due in some days; a quantity, opened to its units.',
    hash: '82eef18ccee3a3518178854ddc9dd945cf800d3bb0399126eeda2b1ae34f834c',
  },
  {
    version: 15,
    since: '2026-11-29',
    compatible: false,
    what: 'A reading says how a list without a table was read; a grid says what its levels of numbering are.',
    hash: 'e6a94fe5c5139c34d9f111d9107a53c85ea1a432798da17ce647683844c64879',
  },
  {
    version: 16,
    since: '2026-11-29',
    compatible: false,
    what: 'A reading answers the header of its table with what each column holds, a refused one too; roles can be given with a document.',
    hash: 'f7a93bf0c765634ca4877fcf5157d3a03d6a5597f26941c41fbed3cce349e43c',
  },
  {
    version: 17,
    since: '2026-11-29',
    compatible: false,
    what: 'A column of a list may hold measures (计量单位).',
    hash: '4b84858aa10e4a7c9aeff610d8b4851f23c239f05657efc5075bc4dd72c7da73',
  },
  {
    version: 18,
    since: '2026-11-29',
    compatible: true,
    what: 'A ledger of a clerk’s own is uploaded: what is proposed of it, what she answers, and what became of it.',
    hash: '30da857d13fffc8043493f63bf4735d3652f9f2646fe3cdc1cdaf0035ac5bbfe',
  },
  {
    version: 19,
    since: '2026-11-29',
    compatible: false,
    what: 'A reading of prose says where its levels are from, and the shape for which what was said of them is kept.',
    hash: '53a03228a41207d4950d0ee98e30936863a59c38b00d2cd3c85ac077488247a6',
  },
  {
    version: 20,
    since: '2026-11-30',
    compatible: true,
    what: 'A roster is tried out: what it would do to obligations (PUT /v1/roster?dryRun=true).',
    hash: 'c51c4f64a38e49a4dec1cf86680ff151d87538ef9264e4482f2a69a5bc77cfb1',
  },
  {
    version: 21,
    since: '2026-11-30',
    compatible: true,
    what: 'An obligation and a row tell how the bureau has reviewed them, what date an extension or a holiday moved, and what was unlocked or declared; progress counts reviews. Clients of an older version are answered without these.',
    hash: 'd6a2fc8ebbb2c8215f7a567c93ff2e7d8930d38e4668e6fe84dcb072cb5dd653',
  },
  {
    version: 22,
    since: '2026-11-30',
    compatible: true,
    what: 'Shares come with who is asked for what and who saved them; a reporter reads its own only.',
    hash: '627a31d3c239ea9ed3ea0487c38f7cb3f3c4ce79e5396590d6dfc4a478e95dd4',
  },
  {
    version: 23,
    since: '2026-11-30',
    compatible: true,
    what: 'A key is issued to a person (`holder`, required), whose name stands in revisions and publishings (`by`); who did what is answered. Clients of an older version are answered without these.',
    hash: 'e1e8743541a738c361d8d1dca4ad1d0634cc1465f460d0b9a7f882026371cc09',
  },
  {
    version: 24,
    since: '2026-11-30',
    compatible: true,
    what: 'Settings say what becomes of due dates on days off, when lights come on and how long an answer may take; a problem says what a request has to know of. Clients of an older version are answered without these, and may leave them out.',
    hash: 'a37dbfc3d785e42223e8bd079c72620b9bff37640576b5d087f150cc767d53e9',
  },
  {
    version: 25,
    since: '2026-11-30',
    compatible: true,
    what: 'A sheet says whom the list names to be asked, and how long before the due date a light is blue; a row and an obligation say from which day on they are behind pace. Clients of an older version are answered without these.',
    hash: '9e2a332ce68e70c28446a9e3a8c8d8e66f87dc3d24a222e82bd2e64889b4b23d',
  },
  {
    version: 26,
    since: '2026-11-30',
    compatible: true,
    what: 'The bureau acts (POST /v1/acts); an obligation tells its acts, and a filter its total and the number of the last change. Clients of an older version are answered without these.',
    hash: 'fd68c7d6866fff57a1b31b84e67f92d763f55c8e13a4947bcdb428313039e3f5',
  },
  {
    version: 27,
    since: '2026-11-30',
    compatible: true,
    what: 'What a unit has confirmed of its own tables is read and kept (GET and PUT /v1/ledger-shapes).',
    hash: '9e453ffc10d9129962195f28a7f1d6134661df60fe998ee890dcc566f2076011',
  },
  {
    version: 28,
    since: '2026-11-30',
    compatible: true,
    what: 'Progress counts lights, each obligation and row has one, and the answer to a pushed row tells it; obligations are filtered by it. Clients of an older version are answered without these.',
    hash: '2aeb1e67e7490852743db673b3c2743659b9b411606bd6dbe3967b30dee0dd21',
  },
  {
    version: 29,
    since: '2026-11-30',
    compatible: true,
    what: 'The answer to a pushed row leaves out its light, which follows from its state, review and dates, and a review that follows from its being received.',
    hash: 'b1761d7b8e1e27e6e69f4c5953e530414161649c1bf9501dbdbc128ff5f6f4a8',
  },
  {
    version: 30,
    since: '2026-11-30',
    compatible: true,
    what: 'What has become of what fell due, week by week and unit by unit (GET /v1/progress/trend).',
    hash: '6e8681069c7413b57ee8484a4781628cf68220e2acde50961ff6d43b61c39e94',
  },
  {
    version: 31,
    since: '2026-11-30',
    compatible: true,
    what: 'Bulletins are drafted, edited, issued and read (/v1/bulletins).',
    hash: '73296488b4405029a5e7b3eba2d50598e4270961b12107a17a91cdefadf6bd63',
  },
  {
    version: 32,
    since: '2026-11-30',
    compatible: true,
    what: 'Rows of the district with values, drafts with findings, revisions, and what changed since a cursor (GET /v1/submissions, /v1/drafts, /v1/revisions, /v1/changes).',
    hash: '73f9688b6ae30710e6b0a5f903080685cdd153e249474dd804b8a448fa50723f',
  },
  {
    version: 33,
    since: '2026-11-30',
    compatible: true,
    what: 'Calendars are subscribed to by links (/v1/calendar-tokens), reminders set, tried out, tested and told (/v1/reminders).',
    hash: '93cdf486c5842cba40779f8b223d8d43edf9bb1985faff7e332108b57db7bb8c',
  },
  {
    version: 34,
    since: '2026-11-30',
    compatible: true,
    what: 'The bulletins of a list come page by page (GET /v1/bulletins: limit, cursor, next).',
    hash: 'dfa8ee6d1401b15e86466f4af777c199b8f5dd8b08dfcf2de791f63a6b0c7ec2',
  },
  {
    version: 35,
    since: '2026-11-30',
    compatible: true,
    what: 'Calendar links tell with which key each was made, and whether it is revoked. Lists of bulletins tell the office’s code; an edit of a bulletin may leave out a table. Clients of an older version are answered without these.',
    hash: '47ad619ac4de190efead430d2f9721c00292952702576350e2f02b3837ca1ef4',
  },
];
