import { storedNumberCases } from '../../../test/stored-number-cases.ts';
import { storedIdentityNumbers } from './stored-identity-numbers.ts';

storedNumberCases(storedIdentityNumbers, { type: 'aadhaar', other: 'card', severity: 'high' });
storedNumberCases(storedIdentityNumbers, { type: 'pan', other: 'card', severity: 'high' });
