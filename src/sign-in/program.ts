// What sign-in needs of the program, and no more, so that it can be run without files or papers.
import type { Program, WebProgram } from '../program.ts';

export type SignInProgram = Program & Pick<WebProgram, 'trial' | 'address' | 'service' | 'log'>;
