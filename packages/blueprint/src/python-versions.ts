/** The versions of Python that a project may support, from the oldest on. */
export const PYTHON_VERSIONS = ['3.11', '3.12', '3.13', '3.14'] as const;
