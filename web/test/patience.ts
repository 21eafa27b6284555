import { configure } from '@testing-library/react';

/** Pages come as chunks of their own, and a busy machine takes its time to load and draw them. */
configure({ asyncUtilTimeout: 10_000 });
