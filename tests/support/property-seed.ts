import fc from 'fast-check';

/** With `ITA_PROPERTY_SEED` a run of the properties can be repeated; without it every run looks elsewhere. */
const { ITA_PROPERTY_SEED } = process.env;
if (ITA_PROPERTY_SEED !== undefined) fc.configureGlobal({ seed: Number(ITA_PROPERTY_SEED) });
