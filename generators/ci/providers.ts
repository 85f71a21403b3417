/** Who runs the checks of a change. */
export const PROVIDERS = ['github', 'gitlab'] as const;

/** The one that is meant where nobody says which. */
export const USUAL_PROVIDER = PROVIDERS[0];
