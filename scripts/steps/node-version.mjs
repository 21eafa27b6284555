import { StepError } from './step.mjs';

const OLDEST_MAJOR = 20;

/** The set-up scripts need Node 20; everything after them runs on the Node that npm installs. */
export function checkNodeVersion(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (!(major >= OLDEST_MAJOR)) {
    throw new StepError(`Prahari needs Node ${OLDEST_MAJOR} or newer to set itself up; this is Node ${version}.`, {
      exitCode: 2,
    });
  }
}
