const browser = SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // The default would send the document to a validator elsewhere.
  validatorUrl: null,
  oauth2RedirectUrl: `${location.origin}/docs/oauth2-redirect.html`,
});
browser.initOAuth({ clientId: 'LOGIN_CLIENT', usePkceWithAuthorizationCodeGrant: true, scopes: 'openid' });
