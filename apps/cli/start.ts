import { Command } from 'commander';
import { run } from '../service/run.js';

export const startCommand = () =>
  new Command('start')
    .addHelpText('after', '\nExamples:\n  npm start\n  PORT=8080 npm start\n  DATABASE_URL=postgresql://… REDIS_URL=redis://… npm start')
    .action(() => run({ serves: true, works: true }));
