// Shows /openapi.json and lets one try it. No framework and no network but this backend.
'use strict';

const byId = id => document.getElementById(id);

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  for (const child of children) node.append(child);
  return node;
}

function resolve(contract, schema) {
  if (!schema || !schema.$ref) return schema || {};
  return contract.components.schemas[schema.$ref.split('/').pop()];
}

/// A body to start from: the members that must be there.
function example(contract, schema, depth = 0) {
  const known = resolve(contract, schema);
  if (depth > 4) return null;
  if (known.enum) return known.enum[0];
  if (known.anyOf || known.oneOf) return example(contract, (known.anyOf || known.oneOf)[0], depth + 1);
  const type = Array.isArray(known.type) ? known.type[0] : known.type;
  if (type === 'object') {
    const value = {};
    const names = known.required && known.required.length ? known.required : Object.keys(known.properties || {});
    for (const name of names) value[name] = example(contract, known.properties[name], depth + 1);
    return value;
  }
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return known.minimum || 0;
  if (type === 'boolean') return true;
  return known.format || '';
}

function typeText(schema) {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.enum) return schema.enum.join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type || '';
  return type === 'array' ? `list of ${typeText(schema.items)}` : type + (schema.format ? ` (${schema.format})` : '');
}

function membersTable(contract, schema) {
  const known = resolve(contract, schema);
  if (!known.properties) return make('p', { class: 'note' }, typeText(schema));
  const table = make('table');
  for (const [name, member] of Object.entries(known.properties)) {
    const must = (known.required || []).includes(name) ? '' : 'optional';
    table.append(make('tr', {}, make('td', {}, make('code', {}, name)), make('td', {}, typeText(member)),
      make('td', {}, must), make('td', {}, member.description || '')));
  }
  return table;
}

async function send(path, method, inputs, bodyInput, output) {
  let url = path;
  const query = new URLSearchParams();
  const headers = {};
  for (const [parameter, input] of inputs) {
    if (!input.value) continue;
    if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    else if (parameter.in === 'query') query.set(parameter.name, input.value);
    else headers[parameter.name] = input.value;
  }
  if ([...query].length) url += '?' + query;
  if (byId('token').value) headers.Authorization = 'Bearer ' + byId('token').value;
  if (bodyInput) headers['Content-Type'] = 'application/json';
  const started = performance.now();
  try {
    const answer = await fetch(url, { method: method.toUpperCase(), headers, body: bodyInput ? bodyInput.value : undefined });
    const text = await answer.text();
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* Not JSON: shown as it is. */ }
    const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    output.textContent = `${answer.status} ${answer.statusText} · ${Math.round(performance.now() - started)} ms\n${head}\n\n${shown}`;
  } catch (problem) {
    output.textContent = `The backend did not answer: ${problem.message}`;
  }
}

function routeBody(contract, path, method, operation) {
  const body = make('div', { class: 'body' });
  if (operation.description) body.append(make('p', { class: 'note' }, operation.description));
  const needs = operation['x-permission'] ? `Needs a token with ${operation['x-permission']}.`
    : (operation.security || []).some(one => one.bearer) ? 'Needs a token.' : 'Needs no token.';
  body.append(make('p', { class: 'note' }, needs));

  const inputs = [];
  if (operation.parameters.length) {
    const table = make('table');
    for (const parameter of operation.parameters) {
      const input = make('input', { 'aria-label': parameter.name, placeholder: typeText(parameter.schema) });
      inputs.push([parameter, input]);
      table.append(make('tr', {}, make('td', {}, make('code', {}, parameter.name)), make('td', {}, parameter.in),
        make('td', {}, parameter.description || ''), make('td', {}, input)));
    }
    body.append(make('h3', {}, 'Parameters'), table);
  }

  let bodyInput = null;
  const requestSchema = operation.requestBody?.content?.['application/json']?.schema;
  if (requestSchema) {
    bodyInput = make('textarea', { 'aria-label': 'Body', spellcheck: 'false' });
    bodyInput.value = JSON.stringify(example(contract, requestSchema), null, 2);
    body.append(make('h3', {}, 'Body: ' + typeText(requestSchema)), membersTable(contract, requestSchema), bodyInput);
  }

  const output = make('pre', { 'aria-live': 'polite' });
  output.hidden = true;
  const button = make('button', { class: 'try', type: 'button' }, 'Try it');
  button.addEventListener('click', () => { output.hidden = false; send(path, method, inputs, bodyInput, output); });
  body.append(button, output, make('h3', {}, 'Answers'));

  const answers = make('table');
  for (const [status, answer] of Object.entries(operation.responses)) {
    const schema = Object.values(answer.content || {})[0]?.schema;
    answers.append(make('tr', {}, make('td', {}, make('code', {}, status)), make('td', {}, typeText(schema)),
      make('td', {}, answer.description)));
  }
  body.append(answers);
  return body;
}

function routeSection(contract, path, method, operation) {
  const section = make('section', { class: 'route', id: operation.operationId });
  const head = make('button', { type: 'button', 'aria-expanded': 'false' },
    make('span', { class: 'method ' + method }, method.toUpperCase()),
    make('span', { class: 'path' }, path), make('span', { class: 'summary' }, operation.summary));
  head.addEventListener('click', () => {
    const open = head.getAttribute('aria-expanded') === 'true';
    head.setAttribute('aria-expanded', String(!open));
    if (open) section.lastChild.remove();
    else section.append(routeBody(contract, path, method, operation));
  });
  section.append(head);
  section.dataset.words = `${method} ${path} ${operation.summary} ${operation['x-permission'] || ''}`.toLowerCase();
  return section;
}

function showCodes(contract) {
  const table = make('table');
  for (const [code, about] of Object.entries(contract['x-error-codes'] || {}))
    table.append(make('tr', { id: code }, make('td', {}, make('code', {}, code)), make('td', {}, String(about.status)), make('td', {}, about.title)));
  byId('routes').append(make('h2', { id: 'codes' }, 'Error codes'), table);
  byId('contents').append(make('h2', {}, 'Errors'), make('a', { href: '#codes' }, 'Every code'));
}

function show(contract) {
  byId('about').textContent = `${contract.info.description} Version ${contract.info.version}.`;
  const groups = new Map(contract.tags.map(tag => [tag.name, []]));
  for (const [path, methods] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(methods))
      groups.get(operation.tags[0]).push([path, method, operation]);
  for (const [tag, operations] of groups) {
    byId('routes').append(make('h2', {}, tag));
    byId('contents').append(make('h2', {}, tag));
    for (const [path, method, operation] of operations) {
      byId('routes').append(routeSection(contract, path, method, operation));
      byId('contents').append(make('a', { href: '#' + operation.operationId }, `${method.toUpperCase()} ${path}`));
    }
  }
  showCodes(contract);
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

byId('find').addEventListener('input', event => {
  const words = event.target.value.toLowerCase().split(/\s+/);
  for (const section of document.querySelectorAll('section.route'))
    section.hidden = !words.every(word => section.dataset.words.includes(word));
});

fetch('/openapi.json').then(answer => answer.json()).then(show)
  .catch(problem => { byId('about').textContent = `The contract could not be loaded: ${problem.message}`; });
