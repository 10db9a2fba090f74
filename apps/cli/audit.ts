import { readFile } from 'node:fs/promises';
import { canonical } from '#kernel';
import { readReceipt } from '#contest';
import { auditBooks, type BooksReport } from '#ledger';
import { checkInvariants, signatureHolds, StartFailure, verifyAudit, type AuditReport, type StateReport } from '#platform';
import { Command } from 'commander';
import { BOOK_CHECKS } from './book-checks.js';
import { withDatabase } from './ground.js';
import { INVARIANTS } from './invariants.js';
import { print } from './output.js';

export const auditCommand = () =>
  new Command('audit')
    .addCommand(
      new Command('verify')
        .description('Recomputes every chain of the record, and names each entry that was changed, removed or inserted.')
        .option('--json', 'print the result as JSON')
        .addHelpText('after', '\nExample:\n  npm run -s trellis -- audit verify --json')
        .action(verify),
    )
    .addCommand(
      new Command('books')
        .description('Goes through the books: every balance by its transfers, every pot above its floor, every payment on record in the books and no other.')
        .option('--json', 'print the result as JSON')
        .addHelpText('after', '\nExample:\n  npm run -s trellis -- audit books')
        .action(books),
    )
    .addCommand(
      new Command('state')
        .description('Asks what must always be so of things, people, entries, sheets, places, prizes, votes and deals, and names what breaks it.')
        .option('--json', 'print the result as JSON')
        .addHelpText('after', '\nExample:\n  npm run -s trellis -- audit state')
        .action(state),
    )
    .addCommand(
      new Command('verify-receipt')
        .description('Checks the signature of a submission’s receipt, without the service.')
        .argument('<file>', 'the receipt as downloaded, JSON or PDF')
        .option('--json', 'print the result as JSON')
        .addHelpText('after', '\nExample:\n  npm run -s trellis -- audit verify-receipt receipt.json')
        .action(verifyReceipt),
    );

async function verify({ json }: { json?: boolean }): Promise<void> {
  const report = await withDatabase(({ database }) => verifyAudit(database));
  print(json, report, () => auditText(report));
  if (report.findings.length > 0) process.exitCode = 1;
}

async function books({ json }: { json?: boolean }): Promise<void> {
  const report = await withDatabase(({ database }) => auditBooks(database, BOOK_CHECKS));
  print(json, report, () => booksText(report));
  if (report.findings.length > 0) process.exitCode = 1;
}

async function state({ json }: { json?: boolean }): Promise<void> {
  const report = await withDatabase(({ database }) => checkInvariants(database, INVARIANTS));
  print(json, report, () => stateText(report));
  if (report.findings.length > 0) process.exitCode = 1;
}

export function stateText({ invariants, findings }: StateReport): string {
  if (findings.length === 0) return `What is stored is consistent: ${invariants} invariants hold.`;
  return [`What is stored is NOT consistent: ${findings.length} findings by ${invariants} invariants.`, ...findings.map(({ what, where, detail }) => `  ${what}: ${where}: ${detail}`)].join('\n');
}

export function booksText({ accounts, transfers, moved, findings }: BooksReport): string {
  const read = `${accounts} accounts with ${transfers} transfers${Object.entries(moved).map(([book, fen]) => `, ${(fen / 100).toLocaleString('en')} yuan of ${book}`).join('')}`;
  if (findings.length === 0) return `The books balance: ${read}.`;
  return [`The books do NOT balance: ${findings.length} findings in ${read}.`, ...findings.map(({ what, where, detail }) => `  ${what}: ${where}: ${detail}`)].join('\n');
}

export function auditText({ entries, chains, events, checkpoints, findings }: AuditReport): string {
  const read = `${entries} entries in ${chains} chains with ${events} events and ${checkpoints} checkpoints`;
  if (findings.length === 0) return `The record is whole: ${read}.`;
  return [`The record is NOT as it was written: ${findings.length} findings in ${read}.`, ...findings.map(({ what, where, detail }) => `  ${what}: ${where}: ${detail}`)].join('\n');
}

async function verifyReceipt(file: string, { json }: { json?: boolean }): Promise<void> {
  const { receipt, signature, publicKey } = await readFile(file)
    .then(readReceipt)
    .catch((error: Error) => {
      throw new StartFailure(`${file} can't be read as a receipt: ${error.message}`);
    });
  const holds = receipt !== undefined && typeof signature === 'string' && typeof publicKey === 'string' && signatureHolds(canonical(receipt), signature, publicKey);
  print(json, { holds, receipt }, () => (holds ? `The receipt holds: "${receipt.title}" was handed in at ${receipt.at}${receipt.late ? ', late' : ''}.` : 'The receipt does NOT hold: it was changed, or was not made by the service.'));
  if (!holds) process.exitCode = 1;
}
