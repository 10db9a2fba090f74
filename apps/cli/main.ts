import { Command } from 'commander';
import { fail } from '../service/run.js';
import { adminCommand } from './admin.js';
import { auditCommand } from './audit.js';
import { demoCommand } from './demo.js';
import { importCommand } from './import.js';
import { resultsCommand } from './results.js';
import { startCommand } from './start.js';

const program = new Command('trellis')
  .description('Carries a district’s projects from a contest through incubation to a park. Exit codes: 0 done, 1 refused or differing, 2 bad usage.')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .showHelpAfterError();

for (const command of [startCommand(), demoCommand(), adminCommand(), importCommand(), resultsCommand(), auditCommand()]) program.addCommand(inherit(command));

await program.parseAsync().catch(fail);

/** Subcommands end with the same exit codes and help. */
function inherit(command: Command): Command {
  command.copyInheritedSettings(program);
  command.commands.forEach(inherit);
  return command;
}
