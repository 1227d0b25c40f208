// Asks the browser for a passkey, puts its answer into the form and sends it.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function opened(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    options[list] = (options[list] ?? []).map((known) => ({ ...known, id: bytes(known.id) }));
  }
  return options;
}

function closed(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

// The people of the demonstration have their telephones at the server.
async function answerOfTelephone(form) {
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value, options: form.dataset.options });
  const whose = location.pathname.startsWith("/console") ? "/console/telephone" : "/demo/telephone";
  const answer = await fetch(whose, { method: "POST", body });
  if (!answer.ok) throw new Error("the telephone does not answer");
  return answer.text();
}

export async function answerWithPasskey(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  if (failed) failed.hidden = true;
  const asked = JSON.parse(form.dataset.options);
  try {
    if (asked.allowCredentials?.some((known) => known.transports?.includes("demo"))) {
      form.elements.credential.value = await answerOfTelephone(form);
      form.requestSubmit();
      return;
    }
    const options = opened(asked);
    let credential;
    if (form.dataset.passkey === "create") {
      const name = form.elements[form.dataset.name]?.value;
      if (name) Object.assign(options.user, { name, displayName: name });
      credential = await navigator.credentials.create({ publicKey: options });
    } else {
      credential = await navigator.credentials.get({ publicKey: options });
    }
    form.elements.credential.value = closed(credential);
    form.requestSubmit();
  } catch (refused) {
    if (failed) failed.hidden = false;
  }
}
