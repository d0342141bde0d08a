// Passkeys. What it needs from the page:
//   [data-passkey]   a form that is hidden until the browser is known to have passkeys: "use" signs in, "add" makes one.
//                    Its data-options gives what to sign or make (by POST); its action takes what the device answered.
//   [name=label]     in the form that adds: what its reader will call it; [name=next], in the other: where to go on
//   [role=alert]     in the form: where it says what went wrong
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  async function post(address, body) {
    const answer = await fetch(address, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error);
    return said;
  }

  const known = ({type, id}) => ({type, id: bytes(id)});

  async function make(options) {
    const {response, ...made} = await navigator.credentials.create({publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: {...options.user, id: bytes(options.user.id)},
      excludeCredentials: options.excludeCredentials.map(known),
    }}).then(told);
    return {...made, response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    }};
  }

  async function use(options) {
    const {response, ...shown} = await navigator.credentials.get({publicKey: {
      ...options,
      challenge: bytes(options.challenge),
    }}).then(told);
    return {...shown, response: {
      clientDataJSON: text(response.clientDataJSON),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    }};
  }

  const told = (credential) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: credential.response,
  });

  async function run(form) {
    const alert = form.querySelector("[role=alert]");
    const button = form.querySelector("button");
    alert.textContent = "";
    button.disabled = true;
    try {
      const options = await post(form.dataset.options, {});
      const credential = await (form.dataset.passkey === "add" ? make : use)(options);
      const {next} = await post(form.getAttribute("action"), {
        credential,
        label: form.elements.label?.value ?? "",
        next: form.elements.next?.value ?? "",
      });
      location.assign(next);
    } catch (problem) {
      alert.textContent = problem.name === "NotAllowedError" ? "Nothing was signed." : problem.message;
      button.disabled = false;
    }
  }

  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); run(form); });
  }
})();
