import { configureGlobal } from 'fast-check';

/** A run is the same on every machine: what fails here fails for whoever looks into it. `GLOSS_SEED` looks elsewhere. */
configureGlobal({ seed: Number(process.env['GLOSS_SEED'] ?? 20_261_124) });
