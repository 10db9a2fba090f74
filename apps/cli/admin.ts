import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { StartFailure } from '#platform';
import { Command } from 'commander';
import { makeAdministrator } from '../service/administrator.js';
import { withService } from './ground.js';
import { print } from './output.js';

export const adminCommand = () =>
  new Command('admin').addCommand(
    new Command('create')
      .description('Makes an administrator. The password is asked for, read from standard input, or with --generate made and printed once.')
      .requiredOption('--email <address>')
      .requiredOption('--name <name>')
      .option('--generate', 'make a password and print it')
      .option('--json', 'print the result as JSON')
      .addHelpText('after', '\nExamples:\n  npm run -s trellis -- admin create --email office@example.org --name 区科技局\n  npm run -s trellis -- admin create --email office@example.org --name Office --generate')
      .action(create),
  );

async function create({ email, name, generate, json }: { email: string; name: string; generate?: boolean; json?: boolean }): Promise<void> {
  const password = generate ? randomBytes(12).toString('base64url') : await ask();
  if (password.length < 10) throw new StartFailure('The password needs at least 10 characters.');
  await withService(async ({ app }) => {
    await makeAdministrator(app, { name, email, password }).catch((error: Error) => {
      throw new StartFailure(`No administrator was made: ${error.message}`);
    });
    print(json, { email, ...(generate && { password }) }, () => `${email} is an administrator now.${generate ? ` Password, shown this once: ${password}` : ''}`);
  });
}

async function ask(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = process.stdin.isTTY ? terminal.question('Password (at least 10 characters): ') : new Promise<string>((done) => terminal.once('line', done).once('close', () => done('')));
  return (await answer.finally(() => terminal.close())).trim();
}
