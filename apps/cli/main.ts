import { Command, CommanderError } from 'commander';
import { end } from '../service/end.js';
import { fail } from '../service/fail.js';

/** What each does; only the one that is asked for is loaded: loading everything takes longer than many a command. */
const COMMANDS: Readonly<Record<string, readonly [does: string, load: () => Promise<Command>]>> = {
  start: ['Runs the service on its kept data: the API and the jobs in one process.', async () => (await import('./start.js')).startCommand()],
  demo: ['Plays three years of a district on a moved clock, through the public API and the real queue, and stays up.', async () => (await import('./demo.js')).demoCommand()],
  admin: ['The district’s administrators.', async () => (await import('./admin.js')).adminCommand()],
  import: ['Brings in what was scored elsewhere, or with --all a whole installation.', async () => (await import('./import.js')).importCommand()],
  assign: ['Gives entries their judges: the cheapest assignment, with a proof.', async () => (await import('./assign.js')).assignCommand()],
  results: ['Results from marks.', async () => (await import('./results.js')).resultsCommand()],
  backup: ['Writes a backup of the installation, while it runs or not: database, files and keys, as of one moment.', async () => (await import('./archive/backup.js')).backupCommand()],
  restore: ['Makes an installation of a backup, where none has been: the database must be empty and no keys be there.', async () => (await import('./archive/restore.js')).restoreCommand()],
  export: ['Takes the whole installation out in open formats: tables as CSV, files as they are, sums of all, and a README.', async () => (await import('./archive/export.js')).exportCommand()],
  audit: ['The record of every change.', async () => (await import('./audit.js')).auditCommand()],
};

const program = new Command('trellis')
  .description('Carries a district’s projects from a contest through incubation to a park. Exit codes: 0 done, 1 refused or differing, 2 bad usage.')
  .exitOverride()
  .enablePositionalOptions()
  .showHelpAfterError();

const [first = '', second = ''] = process.argv.slice(2);
const asked = first === 'help' ? second : first;
for (const [name, [does, load]] of Object.entries(COMMANDS)) program.addCommand(inherit((name === asked ? await load() : new Command(name)).description(does)));

await program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong.
  if (error instanceof CommanderError) end(error.exitCode === 0 ? 0 : 2);
  else fail(error);
});

/** Subcommands end with the same exit codes and help. */
function inherit(command: Command): Command {
  command.copyInheritedSettings(program);
  command.commands.forEach(inherit);
  return command;
}
