import { Command, CommanderError } from 'commander';
import { end } from '../service/end.js';
import { fail } from '../service/fail.js';

/** Only what is asked for is loaded: loading everything takes longer than many a command. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.js')).startCommand(),
  demo: async () => (await import('./demo.js')).demoCommand(),
  admin: async () => (await import('./admin.js')).adminCommand(),
  import: async () => (await import('./import.js')).importCommand(),
  assign: async () => (await import('./assign.js')).assignCommand(),
  results: async () => (await import('./results.js')).resultsCommand(),
  backup: async () => (await import('./archive/backup.js')).backupCommand(),
  restore: async () => (await import('./archive/restore.js')).restoreCommand(),
  export: async () => (await import('./archive/export.js')).exportCommand(),
  audit: async () => (await import('./audit.js')).auditCommand(),
};

const program = new Command('trellis')
  .description('Carries a district’s projects from a contest through incubation to a park. Exit codes: 0 done, 1 refused or differing, 2 bad usage.')
  .exitOverride()
  .enablePositionalOptions()
  .showHelpAfterError();

const asked = COMMANDS[process.argv[2] ?? ''];
for (const load of asked ? [asked] : Object.values(COMMANDS)) program.addCommand(inherit(await load()));

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
