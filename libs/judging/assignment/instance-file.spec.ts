import fc from 'fast-check';
import { readInstance, readPairs } from './instance-file.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('an instance file', () => {
  it('is read as it is meant', () => {
    expect(readInstance(bytes('2 3 1 2 100\n0 0 5\n0 2 -3\r\n\n1 1 7'))).toEqual({
      needs: [1, 1],
      places: [2, 2, 2],
      balanceCost: 100,
      pairs: { entry: Int32Array.of(0, 0, 1), judge: Int32Array.of(0, 2, 1), cost: Float64Array.of(5, -3, 7) },
    });
  });

  it.each([
    ['', 1, 'the file is empty'],
    ['2 3 1 2\n', 1, 'not 5 whole numbers'],
    ['2 3 -1 2 0\n', 1, 'reviews_per_entry is below 0'],
    ['2000000000 3 1 2 0\n', 1, 'there are more entries or judges than the file has pairs for'],
    ['2 3 1 2 0\n0 0 1\n0 1\n', 3, 'not 3 whole numbers'],
    ['2 3 1 2 0\n0 0 1 9\n', 2, 'not 3 whole numbers'],
    ['2 3 1 2 0\n0 0 1.5\n', 2, 'not 3 whole numbers'],
    ['2 3 1 2 0\n0 0 99999999999\n', 2, 'not 3 whole numbers'],
    ['2 3 1 2 0\n\n2 0 1\n', 3, 'entry 2 is not one of 0 to 1'],
    ['2 3 1 2 0\n0 3 1\n', 2, 'judge 3 is not one of 0 to 2'],
    ['2 3 1 2 0\n1 1 1\n0 0 1\n1 1 2\n', 4, 'entry 1 and judge 1 were paired before'],
  ])('%j is refused with its line', (text, line, mistake) => {
    expect(readInstance(bytes(text))).toEqual({ line, mistake });
  });

  it('never throws, whatever it holds', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => void readInstance(any)));
    fc.assert(fc.property(fc.stringMatching(/^[0-9 \n-]{0,80}$/), (any) => void readInstance(bytes(any))));
  });
});

describe('a file of pairs', () => {
  const problem = readInstance(bytes('2 2 1 1 0\n0 0 5\n1 1 7\n'));
  if ('mistake' in problem) throw new Error(problem.mistake);

  it('is read as pairs of the instance, or refused with its line', () => {
    expect(readPairs(bytes('1 1\n0 0\n'), problem)).toEqual([1, 0]);
    expect(readPairs(bytes('0 1\n'), problem)).toEqual({ line: 1, mistake: 'entry 0 and judge 1 are not an allowed pair' });
    expect(readPairs(bytes('0 0\n0 0\n'), problem)).toEqual({ line: 2, mistake: 'entry 0 and judge 0 were paired before' });
  });
});
