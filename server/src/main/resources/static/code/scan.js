// Reads a code with the camera, where the browser can, and puts it into a field. Typing always works.
const CODES = ["qr_code", "code_128"];

async function canScan() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
}

function show(element, shown) {
  element.hidden = !shown;
}

function set(place) {
  const begin = place.querySelector("[data-scan-begin]");
  const end = place.querySelector("[data-scan-end]");
  const picture = place.querySelector("[data-scan-picture]");
  const failed = place.querySelector("[data-scan-failed]");
  const field = document.getElementById(`f-${place.dataset.scans}`);
  let stream = null;

  function stop() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    show(picture, false);
    show(end, false);
    show(begin, true);
  }

  async function look(detector) {
    if (!stream) return;
    const found = await detector.detect(picture).catch(() => []);
    if (found.length > 0) {
      field.value = found[0].rawValue;
      stop();
      field.form.requestSubmit();
    } else {
      setTimeout(() => look(detector), 150);
    }
  }

  begin.addEventListener("click", async () => {
    show(failed, false);
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      picture.srcObject = stream;
      show(begin, false);
      show(picture, true);
      show(end, true);
      await picture.play();
      const formats = (await BarcodeDetector.getSupportedFormats()).filter((format) => CODES.includes(format));
      look(new BarcodeDetector({ formats }));
    } catch (refused) {
      stop();
      show(failed, true);
    }
  });
  end.addEventListener("click", stop);
  window.addEventListener("pagehide", stop);
}

if (await canScan()) {
  for (const place of document.querySelectorAll("[data-scans]")) {
    set(place);
    show(place, true);
  }
}
