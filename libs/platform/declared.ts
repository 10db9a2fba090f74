import { notInThatState } from '#kernel';
import * as days from './clock/today.js';
import * as commands from './commands/commands.js';
import * as district from './district.js';
import { declaredIn } from './feature.js';
import * as files from './files/files.js';
import * as doors from './http/door.guard.js';
import * as pace from './http/pace.js';
import * as problems from './http/problem.filter.js';
import * as validation from './http/validation.js';

/** The platform's own machines, events and refusals, as a feature declares them. */
export const PLATFORM = declaredIn(district, days, commands, files, doors, pace, problems, validation, { notInThatState });
