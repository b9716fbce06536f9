const anne = { Authorization: `Basic ${Buffer.from("anne:any").toString("base64")}` };

export default {
  title: "Radicale",
  kind: "calendars, Python, files",
  hard: "nothing: options for address and directory",
  from: ["debian", "python3-radicale"],
  page: "/.web/",
  async leave(site, word) {
    await site.open("/anne/calendar/", { method: "MKCALENDAR", headers: anne });
    const event = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T100000Z", "DTSTART:20260101T100000Z", `SUMMARY:${word}`, "END:VEVENT"];
    const calendar = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", ...event, "END:VCALENDAR", ""].join("\r\n");
    await site.put("/anne/calendar/1.ics", calendar, { ...anne, "Content-Type": "text/calendar" });
  },
  read: (site) => site.get("/anne/calendar/", anne),
};
