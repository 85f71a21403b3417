"""Pure ASGI middleware; `app.factory` gives its order."""
