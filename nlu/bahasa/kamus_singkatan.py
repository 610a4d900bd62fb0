"""Abbreviations, slang, Sundanese function words and frequent typos, to plain Indonesian."""

_TABEL = """
ada: da
adalah: adlh
agar: spy spya supaya
akan: akn bakal bakalan
anak: ank budak
apa: ap apaan naon
apakah: apkh apakh pakah naha
assalamualaikum: ass asslm aslm assalamu'alaikum asalamualaikum assalamualaikm askum sampurasun
atas: ats
atasan: atsan atasn pimpinan
atau: ato ataw atw
bagaimana: bgmn bgmna bagaimna gmn gmna gimana gimna kumaha bgaimana gmana bagemana
bagi: bgi
banget: bgt bngt bangett pisan
banyak: bnyk byk
bapak: bpk pak pa bp pk
baru: bru anyar
batalkan: btlkan batalin cancel kensel
batal: btl
belum: blm blum blom belom lom teu acan tacan
benar: bener bnr leres betul btl2
berapa: brp brpa brapa sabaraha
besok: bsk bsok
bisa: bs bsa tiasa bisaa iasa bsia
bisakah: bskh
boleh: blh bole kenging
bu: buk
buat: bt bwat
bulan: bln
butuh: bth btuh peryogi
cara: cr
cek: chek check cekk ngecek
coba: cb cba cobi
cuti: ct cutii cti cutti cutei
dahulu: dulu dlu dl heula
dan: n dn sareng jeung
dapat: dpt dapet
dari: dr dri ti
data: dta
dengan: dgn dng dg
di: d
dinas: dns
dokumen: dok dokumn
enggak: ngga nggak gak ga g gk ndak tdk engga kagak henteu teu moal nda tak ndk enda enggk gag
gaji: gji
guru: gr
habis: abis seep
hari: hr hri dinten poe dintn
harus: hrs kudu kedah
hilang: ilang ical leungit
ibu: bund
ingin: pgn pengen pingin pengin hoyong hayang kepengen pgen
ini: ni nih ieu
itu: tu tuh eta
iya: iy iyaa y ya yaa ye yoi yup yap yes he'eh muhun sumuhun enya iyah yups yoii yups
izin: ijin idzin
jadi: jd jdi
jam: jm
jangan: jgn jngn jng tong ulah
juga: jg jga oge
kabar: kbr
kalau: kalo klo kl klau lamun kalow upami
kamu: km kmu lu lo anjeun
kantor: kntr
kapan: kpn kpan iraha
karena: krn krna karna kerana kusabab lantaran soalnya sbb
kata: ceunah
kemarin: kmrn kmarin kamari
kenapa: knp knapa kunaon naha
kepada: kpd
keterangan: ket
kepala: kpl
kerja: krj damel gawe
kirim: krim krm
kita: kt
lagi: lg lgi deui
lah: lh
lama: lm
lanjut: lnjt lanjutkeun lanjutin
lewat: lwt
maaf: maap mf punten hapunten sori sorry
mana: mn mna
masih: msh msih masi keneh
masuk: msk
mau: mo mw mauu arek bade rek mao
melalui: mll
memang: emang emg
menit: mnt
minggu: mgg mnggu
minta: mnta mnt2 menta nyuhunkeun minta2
mohon: mhn mhon mohn
mulai: mlai ngawitan mimiti
nanti: ntar nnti ntr engke
nomor: no nmr nmer nomer nomr
oke: ok okay okey okee okeh okei oki okd
oleh: olh
orang: org
pada: pd
pakai: pake pk2 anggo
pangkat: pngkt pankat
pegawai: pgw
pengajuan: pgajuan pngajuan
permohonan: prmhnan permohonn
perlu: prlu
persyaratan: prsyaratan
pensiun: pnsiun pensiunn pangsiun
proses: prses prosess
punya: pnya gaduh boga
saja: aja aj ae sj
sakit: skt sakitt gering teu damang udur
salah: slh
sama: sm sma
sampai: smp smpe sampe nyampe sampek dugi nepi
sampaikan: smpaikan
sangat: sgt sngt
saya: sy sya saiia gw gue gua gwe w aku ane aing abdi urang kuring sayah akuh aq ak sayaa
sebelum: sblm sblum
sedang: sdg sdang lagi2
sekarang: skrg skrng skarang ayeuna skg
selama: slma slama
selamat: slmt slamat wilujeng met
selesai: slsai slesai kelar
semua: smua smw sadaya kabeh
sendiri: sndiri
seperti: sprti spt kaya kayak
setelah: stlh stelah abis2
setuju: stuju stju setujuu acc
siapa: spa siap2 saha
siang: siank
status: sttus stts
sudah: sdh udah udh dah ud atos geus uda udahan sudh
surat: srt surt
syarat: sarat syrat syart
tahu: tau nyaho terang
tahun: thn th taun tahn
tahunan: thnan taunan thunan tahunn
tanggal: tgl tggl tnggl tgal
tanya: tny nanya taros naros tanyak
telah: tlh
telepon: telp tlp telpon tlpn tilpun
tempat: tmpt
tentang: ttg tntang
terima kasih: makasih mksh trims trimakasih terimakasih thx tq thanks tks tengkyu nuhun mksi
terus: trs trus teras
tidak: nggaa tdak tida
tolong: tlg tolng tlong tulung
untuk: utk untk utuk unt kanggo keur jang pikeun bwt
waktu: wkt
yang: yg yng nu anu
"""


def _baca(tabel: str) -> dict[str, str]:
    kamus: dict[str, str] = {}
    for baris in tabel.strip().splitlines():
        baku, _, ragam = baris.partition(":")
        for kata in ragam.split():
            kamus.setdefault(kata, baku)
    return kamus


KAMUS = _baca(_TABEL)
"""Variant to standard word. The first line that names a variant wins."""
