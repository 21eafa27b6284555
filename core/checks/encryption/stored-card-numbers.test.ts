import { storedNumberCases } from '../../../test/stored-number-cases.ts';
import { storedCardNumbers } from './stored-card-numbers.ts';

storedNumberCases(storedCardNumbers, { type: 'card', other: 'aadhaar', severity: 'critical' });
