/** Whose ledger was opened last in this browser: an address without a unit means that one. */
const name = 'taizhang.unit';

export const lastUnit = {
  read(): string | null {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(unit: string): void {
    try {
      localStorage.setItem(name, unit);
    } catch {
      // Forbidden: then an address without a unit asks for a key.
    }
  },
};
