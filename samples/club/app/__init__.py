"""The application; `app.factory` says what it is made of."""
