/** The command was asked for what it cannot do. Its message is one line that says what to do next; exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
