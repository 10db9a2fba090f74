import type { Answer } from '../../api/client.js';

export type Round = Answer<'/api/rounds/{round}'>;

export interface RoundProps {
  readonly round: Round;
  readonly zone: string | undefined;
}
