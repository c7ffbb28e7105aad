import { openUser } from '../../workbook/univerUser.ts';
import { portContract } from '../../workbook/portContract.ts';

declare global {
  interface Window {
    /** Runs one check of the contract over Univer; returns what went wrong, or null. */
    runCheck?: (name: string) => Promise<string | null>;
  }
}

/** The page on which the port's contract runs over the Univer adapter. */
window.runCheck = async (name) => {
  const check = portContract.find((one) => one.name === name);
  if (!check) return `no such check: ${name}`;
  try {
    await check.run(() => openUser());
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
};
