/** The edits of the trials, for all subjects that render hut's trees. */
export const shopEdits = {
  wiring: 'app/factory.py',
  /** What the new rendering brings into the wiring file. */
  next: /articles_router, prefix/,
  far: [
    '    include_routers(app, settings)\n    return app',
    '    include_routers(app, settings)\n    app.state.ours = 1\n    return app',
  ],
  neighbour: [
    '    app.include_router(health.router)\n',
    '    app.include_router(health.router)\n    app.state.ours = 1\n',
  ],
  mine: /app\.state\.ours = 1/,
  /** A file that the new rendering does not touch, and one that it does. */
  untouched: 'tests/test_site.py',
  touched: 'app/models/__init__.py',
  same: {
    tree: 'python',
    path: 'pyproject.toml',
    from: 'requires-python = ">=3.11"',
    to: 'requires-python = ">=3.11,<3.14"',
    next: /requires-python = ">=3\.12/,
  },
  owned: 'app/services/article_service.py',
};
