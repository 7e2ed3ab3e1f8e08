"""Which right every public function of every service asks for: by module, as `module: function function;`."""

from __future__ import annotations

from gvi_desktop.domain.user import Right

READ = """
journalfile: note_read;
accounts: listed; aftercallin: aftermath; agencies: get ids kind_of listed names; belonging: current group_on
groups_of; callins: by_number get go_stops next_number readiness; callinviews: ahead ids lines options resolve
still_to_hold
workspace; cardpaper: content paper squares write; compartments: may_read need need_all; conflicts: count listed reveal;
contacts: get listed named; directory: listed; disclosed: about among people_of; disclosures: every_ground get
grounds listed; dose: by_group of_group repeats; drafting: block_options block_texts look opened; envelopes: own;
exchangefolder: setting; exchangeviews: callin_options protected_options recipient_options resolve_callins
resolve_recipients resolve_rounds round_options view; focusing: get get_measure grounds; focusviews: due either line
listed measures quiet_days timeline view waiting; folderlines: lines; groups: conflict_pairs get get_relation lines
relations_of; guardians: get of; handingout: ground_of; helping: counts get ids lines pipeline view waiting;
history: everything newest of_entries of_person of_record verify; identity: card keys own_words write_card_to;
importing: preview; importing_events: plan; incidents: get ids lines round_after triggered undecided view;
indicators: at_a_glance count of_people; indicators_visits: talks_by_month visits; invitees: get no_shows of_callin;
journalview: conditions ids lines people_of_journal; keyring: carried dead events; legalcheck: judged; letterfunnel:
funnel; letterpictures: pictures; letters: prepare; letters_numbers: numbers; letters_plan: head_of plan;
letters_proof: file_holds holds; letters_register: get ids lines; letters_stops: of_person; letters_values:
absence_list ground_of grounds_today language_of letter_to nameless; letters_window: window_of; letters_wish: aims
callin_of person_of round_of settled; lettertexts: in_use listed look rivals signed view; listing: ids joined lines
matching; matching: search_before_create; memberships: due get of_group of_person; messengers: choosing gaps;
moment: code_names tasks visits; names: code_taken codes next_code; noticing: forked listed missing; notifications:
follow_ups_due get ids line lines waiting; office: get get_ground grounds; overview: overview; ownkeys: declarations
revocation revocations write_revocation; people: get open open_to_edit regime_of_office reveal;
phonecalls: get ids lines view
waiting; pickers: group_options person_options regime_options resolve_groups resolve_people resolve_regimes; plans:
default every export_template export_to get offer options resolve; profile: of_group of_person; quality: counts
findings; readiness: halted of_callins; recalls: answered asked carried count waiting;
recoverywords: outlived; doortimes: zone_of_office; hasty: entered_by found; receipts: receipt_name;
receiving: glances preview read; rehearsals: template; relations: mapped; report_files: as_pdf content;
report_parts: changes owner_lines; reports: figures focus_of make resolve subjects year; reports_callin: make;
reports_evaluator: codes_of key_of make; reports_focus: make; reports_month: make; reports_round: make;
reports_year: make; retention: due due_count; rooms: conflicts room; roster: conditions counts
due_count ids line_of lines; roundplan: board by_day by_team errands open_targets propose sheet; rounds: get listed
members options remaining_targets resolve view; sampling: draw due listed waits; scriptfill: values;
scripts: block blocks get is_outdated listed passages resolve talk_options used_in; scriptsaid: where; search: find
titles_of; seen: opened searched; sending: preview proposed_name; shielded: once_kept_back;
speakerbook: care_due known options people;
speakers: get last_spoke programme resolve_scripts script_options; stationery: letterhead; tasks: done_ids get
groups lines of_callin open_ids resolve_subjects subject_options view waiting; textcheck: remarks; timeline:
of_group of_person; timeline_group: sources; timeline_person: sources;
undo: status; users: listed; visiting: begin
last_used look view; waiting: bundles_unread care group_reviews help_follow_ups incidents link_approvals
link_reviews talk_follow_ups unclosed; withholding: of;
accounts: waiting; belonging: holding; clocks: get_extension get_pause of_people of_person regimes; copies: about of
since; mentions: described find telling_of text_at; erasedelsewhere: count;
unreadtexts: owned text_at texts; quality_faults: queries; quality_notes: find; reports_assessment:
make; retentionprotocol: holding report; rightscases: due_count get listed of_person to_recall view;
memberships: last_day; reviewing: counts look walk;
folderwatching: asked told; restoretest: due last; retention: standing_count;
"""
WRITE = """
aftercallin: plan_talks; agencies: add change remove; callins: cancel change create debrief decide follow_up hold
move postpone rehearse; conflicts: choose; disclosures: note_spoken; drafting: save; focusing: add_measure change
change_measure end remove remove_measure review start told; groups: add add_relation change change_relation
end_relation remove remove_relation; guardians: add change remove; helping: add change first_contact follow_up move
remove; importing: take_in; incidents: add change decide remove; invitees: answer change check_in check_out
clear_stop invite leave_early mark notice seat_officer uninvite; letters_register: change not_printed served;
lettertexts: back_to_shipped drop_draft keep settle sign_off take_into_use; memberships: add approve change end
remove review review_all; minors: approve_minor propose_minor; notifications: change correct follow_up log remove;
people: add change remove; phonecalls: called_back change consent log offer_help remove; plans: add change copy
import_from import_template remove; quality: mark_all_reviewed mark_reviewed; rehearsals: begin change correct drop
finish make_task set_points tick; rooms: leave_seat seat_all take_seat; roundplan: share_evenly share_out; rounds:
change plan remove; sampling: review; scripts: add add_block approve change change_block new_version remove
remove_block retire; speakerbook: give_care; speakers: add assign change confirm pin remove reorder shift; tasks:
add change finish move remove reopen; undo: redo undo;
clocks: add_extension add_pause change_pause end_pause remove_extension remove_pause; rightscases: add change decide
remove tell;
reviewing: close keep;
"""
PRINT = """
directory: print_directory print_to; envelopes: save_test_page test_page; papers: blank_form blank_form_to look
print_paper print_script print_script_to; roundpapers: print_day;
proofpaper: save sheet;
"""
EXPORT = """
calendar: export export_to; contacts: add add_file add_given change remove revoke verify; disclosures: recall;
exchangefolder: choose leave make make_receipt set_tidy; journalfile: note; letters: save; letters_making: make;
lettertextfiles: save_word; recalls: answer; outgoing: arrived lost;
receipts: make_notice make_receipt write_receipt; receiving: take_in;
report_files: save; report_parts: register; papers: print_to;
roundpapers: print_day_to; sending: export make; subject_extract: make save;
rightscases: recall;
exchangefolder: take;
"""
ERASE = """
memberships: erase_due; erasure: erase preview; erasedelsewhere: decide waiting;
reviewing: erase;
"""
ADMINISTER = """
envelopes: keep; identity: export; office: add_ground change change_ground set_logo; ownkeys: revoke revoke_lost
revoke_lost_by_file rotate; retention: add_regime change_regime; users: change_role set_withheld;
"""
INNER = """
accounts: acknowledge floor heeded keep known_since load note_bundle opens_scope receipts settle taken_on;
demonstration_callin: tick; demonstration_register: agencies_of relations_of review; demonstration_speakers: approve
engage; exchangefolder: opening_keys; handingout: register; identity: know_recovery replace_keys; incidents: reopen;
ownkeys: declare_words; lifting: note; keyring: hear introduced keep; letters_making: disclose note_names;
merging: walk; noticing: note_refusal; outgoing: pending settle; recalls: take_in;
rereading: reread; sealing: sealing_key; seeding: seed;
tasks: add_planned follow; demonstration_register: approve; mentions: names_somebody replace settle;
pastmentions: forget; answering: settle stop_again; approvals: settle take_away say_anew; burying: bury bury_of;
erasedelsewhere: heed; erasure: let_go; forgetting: forget; unreadtexts: forget_lines replace;
"""
"""Only called by other services, within a step whose right has been asked for; no window and no command calls them."""

TABLE = {
    Right.READ: READ, Right.WRITE: WRITE, Right.PRINT: PRINT, Right.EXPORT: EXPORT, Right.ERASE: ERASE,
    Right.ADMINISTER: ADMINISTER,
}  # fmt: skip


ANY_RIGHT = {"sampling.review": frozenset({Right.WRITE, Right.ADMINISTER})}
"""Where one of several rights is enough."""


def named(text: str) -> set[str]:
    """The functions of a part of the table, by module and name."""
    found = set()
    for part in text.replace("\n", " ").split(";"):
        module, _, names = part.partition(":")
        found |= {f"{module.strip()}.{name}" for name in names.split()}
    return found


def right_of() -> dict[str, Right | None]:
    """The right by function; None for what only services call."""
    known: dict[str, Right | None] = dict.fromkeys(named(INNER))
    return known | {name: right for right, text in TABLE.items() for name in named(text)}
