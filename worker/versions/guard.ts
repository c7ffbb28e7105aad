import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import { Problem } from '../problems/problem.ts';
import type { Version } from './versions.repository.ts';

/** The entity tag of a version. */
export const tagOf = ({ number }: Version): string => `"${number}"`;

/**
 * The versions that an `If-Match` header names. A tag that was made weak on the way counts (Cloudflare does that where it
 * compresses); `*` names none.
 * @throws Problem `version-missing`.
 */
export function givenVersions(header: string | undefined): number[] {
  const versions = (header ?? '').split(',').flatMap((tag) => {
    const number = /^\s*(?:W\/)?"(\d{1,15})"\s*$/u.exec(tag)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  if (versions.length === 0) throw new Problem('version-missing');
  return versions;
}

const roleNames: Readonly<Record<Role, { zh: string; en: string }>> = {
  admin: { zh: '管理员', en: 'an administrator' },
  officer: { zh: '区局人员', en: 'an officer of the bureau' },
  reporter: { zh: '填报单位', en: 'a reporter' },
  viewer: { zh: '查看者', en: 'a viewer' },
};

/** Who made a version, by name and role. */
function makerOf({ made }: Version): { zh: string; en: string } {
  if (made === null) return { zh: '未知的人', en: 'somebody unknown' };
  const { zh, en } = roleNames[made.role];
  return { zh: `${made.holder}（${zh}）`, en: `${made.holder} (${en})` };
}

/**
 * Holds the versions that were looked at against the one that stands.
 * @throws Problem `changed-meanwhile`, saying who made that one and when.
 */
export function checkVersion(
  given: readonly number[],
  standing: Version,
  what: { zh: string; en: string },
): void {
  if (given.includes(standing.number)) return;
  const { made, number } = standing;
  const by = makerOf(standing);
  const at = made === null ? '—' : shanghaiTime(made.at).slice(0, 16).replace('T', ' ');
  throw new Problem('changed-meanwhile', {
    ...{ whatZh: what.zh, whatEn: what.en, byZh: by.zh, byEn: by.en },
    ...{ at, version: number, given: given.join() },
  });
}
