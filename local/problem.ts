/** Something the person at the laptop can put right: told in one line, without a stack trace. */
export class LaptopProblem extends Error {
  override readonly name = 'LaptopProblem';
}
