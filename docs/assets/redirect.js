// On the page of an old address: lead on to the new one, to the same section of it.
location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
